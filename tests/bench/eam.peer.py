from crystalDynamics import serve

serve("eam", steps=100)
