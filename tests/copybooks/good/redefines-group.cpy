      * A group seen as another.
       01 R.
           05 A.
               10 B PIC 9(4).
               10 C PIC 9(2).
               10 D PIC 9(2).
           05 E REDEFINES A.
               10 F PIC X(6).
               10 G PIC X(2).
           05 H PIC X.
