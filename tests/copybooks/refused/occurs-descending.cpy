       01 R.
           05 N PIC 9.
           05 A PIC X OCCURS 5 TO 2 DEPENDING ON N.
