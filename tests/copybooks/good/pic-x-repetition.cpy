      * A repetition between symbols.
       01 R.
           05 A PIC X(2)9(2)A(2).
           05 B PIC 9(2)X.
           05 C PIC X(10)9.
