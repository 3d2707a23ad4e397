      * COMP-4 and BINARY are COMP.
       01 R.
           05 A PIC S9(4) COMP-4.
           05 B PIC S9(5) COMP-4.
           05 C PIC S9(9) BINARY.
           05 D PIC S9(10) BINARY.
           05 E PIC 9(4) COMPUTATIONAL.
           05 F PIC 9(9) COMPUTATIONAL-4.
