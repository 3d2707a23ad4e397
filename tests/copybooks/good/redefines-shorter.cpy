      * A view shorter than the original.
       01 R.
           05 A PIC X(100).
           05 B REDEFINES A PIC 9(5).
           05 C REDEFINES A.
               10 D PIC S9(4) COMP.
           05 E PIC X(2).
