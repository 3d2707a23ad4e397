      * A redefinition in a redefinition.
       01 R.
           05 A PIC X(10).
           05 B REDEFINES A.
               10 C PIC X(6).
               10 D REDEFINES C.
                   15 E PIC 9(4).
                   15 F PIC 9(2).
               10 G PIC X(4).
           05 H PIC X.
