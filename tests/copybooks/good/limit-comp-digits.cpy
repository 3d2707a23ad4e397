      * The edges of 2, 4 and 8 bytes.
       01 R.
           05 A PIC 9(4) COMP.
           05 B PIC 9(5) COMP.
           05 C PIC 9(9) COMP.
           05 D PIC 9(10) COMP.
           05 E PIC 9(18) COMP.
           05 F PIC 9(2) COMP-5.
           05 G PIC 9(3) COMP-5.
