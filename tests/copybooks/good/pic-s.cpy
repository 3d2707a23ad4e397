      * Signed digits.
       01 R.
           05 A PIC S9.
           05 B PIC S9(5)V99.
           05 C PIC SV9(4).
           05 D PIC S9(18).
           05 E PIC s9(3).
