       01 R.
           05 A PIC X OCCURS 3.
           05 B REDEFINES A PIC X(3).
