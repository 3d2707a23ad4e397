       01 R PIC X.
           88 A.
