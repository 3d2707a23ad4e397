      * A table in a group of COMP-3 with its own groups.
       01 R.
           05 G COMP-3.
               10 T OCCURS 3.
                   15 A PIC S9(7).
                   15 U OCCURS 2.
                       20 B PIC 9(3).
                       20 C PIC S9(15)V99.
           05 D PIC X.
