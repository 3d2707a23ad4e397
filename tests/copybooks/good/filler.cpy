      * FILLER and items without a name.
       01 R.
           05 FILLER PIC X(3).
           05 PIC 9(2).
           05 A PIC X.
           05 FILLER.
               10 B PIC X.
               10 FILLER PIC S9(3) COMP-3.
           05.
               10 C PIC X(2).
           05 D PIC X.
