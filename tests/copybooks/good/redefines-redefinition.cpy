      * A view of a view.
       01 R.
           05 A PIC X(6).
           05 B REDEFINES A.
               10 C PIC X(4).
               10 D PIC 99.
           05 E REDEFINES B PIC 9(6).
           05 F PIC X.
