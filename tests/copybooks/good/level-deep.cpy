      * Ten levels deep.
       01 R.
         02 G1.
           03 G2.
             04 G3.
               05 G4.
                 06 G5.
                   07 G6.
                     08 G7.
                       09 G8.
                         10 G9.
                             15 LEAF-1 PIC X(3).
                             15 LEAF-2 PIC 9(3) COMP-3.
         02 TAIL PIC X.
