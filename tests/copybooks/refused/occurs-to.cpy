       01 R.
           05 A PIC X OCCURS 1 TO 5 TIMES.
