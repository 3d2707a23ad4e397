       01 R.
           05 A PIC X OCCURS 0 TIMES.
