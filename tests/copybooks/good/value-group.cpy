      * VALUE of a group, and of tables.
       01 R.
           05 G VALUE "ABCDEF".
               10 A PIC X(3).
               10 B PIC X(3).
           05 T PIC 9(2) OCCURS 3 VALUE 7.
