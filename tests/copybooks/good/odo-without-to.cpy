      * Without TO.
       01 R.
           05 N PIC 9(2).
           05 T PIC X(2) OCCURS 9 DEPENDING ON N.
