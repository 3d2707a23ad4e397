       01 R.
           05 A PIC X(9999999) OCCURS 2.
