       01 R.
           05 A PIC X.
           05 B PIC X.
           05 C REDEFINES A PIC X.
