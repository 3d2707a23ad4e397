      * Signs of a table.
       01 R.
           05 T OCCURS 4 TIMES SIGN LEADING SEPARATE.
               10 A PIC S9(3).
               10 B PIC S9(5)V99.
           05 U PIC S9(2) OCCURS 3 SIGN TRAILING SEPARATE.
           05 Z PIC X.
