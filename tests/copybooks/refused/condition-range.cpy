       01 R PIC 99.
           88 A VALUE 20 THRU 10.
