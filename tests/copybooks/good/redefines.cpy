      * An item seen in two ways.
       01 R.
           05 A PIC X(8).
           05 B REDEFINES A PIC 9(8).
           05 C PIC X.
