      * samspil: STAT-ANMODNING
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 STAT-ANMODNING.
           05 SOEGT-REFERENCE                 PIC X(20).
