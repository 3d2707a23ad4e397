       01 R PIC X.
           88 A VALUE X"4".
