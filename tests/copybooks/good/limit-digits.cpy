      * Numbers of 31 digits.
       01 R.
           05 A PIC 9(31).
           05 B PIC S9(16)V9(15).
           05 C PIC S9(31) COMP-3.
           05 D PIC 9(20)P(11).
           05 E PIC Z(30)9.
