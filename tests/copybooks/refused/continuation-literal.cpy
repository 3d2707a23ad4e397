       01 R PIC X(90) VALUE "ABC
      -    DEF".
