      * BLANK WHEN ZERO in each way.
       01 R.
           05 A PIC 9(5) BLANK WHEN ZERO.
           05 B PIC ZZ9.99 BLANK WHEN ZEROS.
           05 C PIC 9(3) BLANK ZEROES.
           05 D BLANK ZERO PIC Z(4)9.
           05 E PIC 9(3)- BLANK WHEN ZERO.
