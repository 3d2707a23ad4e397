      * Levels of one digit.
       1 R.
         2 A PIC X.
         2 B.
           3 C PIC 9(3).
           3 D PIC 9(4).
         2 E PIC X.
