      * Signs in the first and the last digit.
       01 R.
           05 A PIC S9(3) SIGN LEADING.
           05 B PIC S9(3) SIGN IS TRAILING.
           05 C PIC S9(3) LEADING.
           05 D PIC S9(3)V99 TRAILING.
           05 E PIC S9 LEADING.
