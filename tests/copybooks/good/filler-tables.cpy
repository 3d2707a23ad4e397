      * Tables without a name.
       01 R.
           05 FILLER OCCURS 3 TIMES.
               10 A PIC X(2).
               10 FILLER PIC X.
           05 OCCURS 2.
               10 B PIC 9(3).
           05 C PIC X.
