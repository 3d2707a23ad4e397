      * Many values in a condition, over lines.
       01 R.
           05 A PIC X(3).
               88 NORDEN VALUE "DNK" "SWE" "NOR"
                   "FIN", "ISL"
                   "FRO" "GRL".
               88 ANDRE VALUE "DEU" THRU "DEV"
                   "A  ".
           05 B PIC 9.
