      * COMP of 1 to 18 digits.
       01 R.
           05 A01 PIC S9(1) COMP.
           05 A02 PIC S9(2) COMP.
           05 A03 PIC S9(3) COMP.
           05 A04 PIC S9(4) COMP.
           05 A05 PIC S9(5) COMP.
           05 A06 PIC S9(6) COMP.
           05 A07 PIC S9(7) COMP.
           05 A08 PIC S9(8) COMP.
           05 A09 PIC S9(9) COMP.
           05 A10 PIC S9(10) COMP.
           05 A11 PIC S9(11) COMP.
           05 A12 PIC S9(12) COMP.
           05 A13 PIC S9(13) COMP.
           05 A14 PIC S9(14) COMP.
           05 A15 PIC S9(15) COMP.
           05 A16 PIC S9(16) COMP.
           05 A17 PIC S9(17) COMP.
           05 A18 PIC S9(18) COMP.
