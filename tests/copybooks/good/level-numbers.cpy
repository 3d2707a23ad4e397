      * Level numbers that leave gaps, and 49.
       01 R.
           03 A.
               17 B.
                   49 C PIC X(2).
                   49 D PIC 9.
               17 E PIC X.
           03 F PIC XX.
