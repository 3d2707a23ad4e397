      * USAGE of a group holds for its items.
       01 R.
           05 G COMP.
               10 A PIC S9(4).
               10 B PIC S9(9).
           05 H USAGE IS COMP-3.
               10 C PIC S9(7).
               10 I.
                   15 D PIC S9(5)V99.
                   15 E PIC 9(3).
           05 F PIC 9(3).
