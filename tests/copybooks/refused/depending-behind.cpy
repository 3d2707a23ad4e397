       01 R.
           05 A PIC X OCCURS 1 TO 5 DEPENDING ON N.
           05 N PIC 9.
