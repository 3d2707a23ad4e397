      * Decimals count among the digits.
       01 R.
           05 A PIC S9(2)V9(2) COMP.
           05 B PIC S9(3)V9(2) COMP.
           05 C PIC S9(7)V9(2) COMP.
           05 D PIC S9(8)V9(2) COMP.
           05 E PIC S9(16)V9(2) COMP.
           05 F PIC SV9(5) COMP.
           05 G PIC S9(9)V9(2) COMP-3.
           05 H PIC V9(3) COMP-3.
