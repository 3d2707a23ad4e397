      * Signs in a byte of their own.
       01 R.
           05 A PIC S9(3) SIGN LEADING SEPARATE.
           05 B PIC S9(3) SIGN IS TRAILING SEPARATE CHARACTER.
           05 C PIC S9(3) LEADING SEPARATE.
           05 D PIC S9(3)V99 TRAILING SEPARATE CHARACTER.
           05 E PIC S9(3).
