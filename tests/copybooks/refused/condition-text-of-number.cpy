       01 R PIC 9.
           88 A VALUE "1".
