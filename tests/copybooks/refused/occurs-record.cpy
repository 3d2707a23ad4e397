       01 R OCCURS 3 TIMES.
           05 A PIC X.
