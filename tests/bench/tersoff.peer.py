from crystalDynamics import serve

serve("tersoff", steps=100)
