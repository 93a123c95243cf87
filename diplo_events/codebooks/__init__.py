"""Events in the terms of the codebooks that other event data use: PLOVER and CAMEO."""

from diplo_events.codebooks.cameo import CAMEO_VERSION, Cameo, cameo
from diplo_events.codebooks.fit import Fit
from diplo_events.codebooks.plover import PLOVER_VERSION, Plover, plover

__all__ = ["CAMEO_VERSION", "PLOVER_VERSION", "Cameo", "Fit", "Plover", "cameo", "plover"]
