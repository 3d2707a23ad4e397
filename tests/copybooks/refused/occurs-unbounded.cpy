       01 R.
           05 N PIC 9.
           05 A PIC X OCCURS 0 TO UNBOUNDED DEPENDING ON N.
