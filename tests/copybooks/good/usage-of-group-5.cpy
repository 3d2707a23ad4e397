      * COMP-5 and BINARY of groups.
       01 R.
           05 G COMP-5.
               10 A PIC 9.
               10 B PIC 9(3).
               10 C PIC 9(12).
           05 H BINARY.
               10 D PIC 9.
               10 E COMP PIC 9(3).
               10 F COMP-4 PIC 9(12).
