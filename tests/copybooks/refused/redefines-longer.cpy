       01 R.
           05 A PIC X(3).
           05 B REDEFINES A PIC X(4).
