      * Conditions of tables and of views.
       01 R.
           05 T OCCURS 3.
               10 A PIC X.
                   88 A-YES VALUE "Y".
               10 B PIC X(4).
               10 C REDEFINES B PIC 9(4).
                   88 C-BIG VALUE 5000 THRU 9999.
           05 D PIC S9(3) COMP.
               88 D-MINUS VALUE -999 THRU -1.
