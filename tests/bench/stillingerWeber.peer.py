from crystalDynamics import serve

serve("stillingerWeber", steps=100)
