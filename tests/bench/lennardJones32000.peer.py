from lennardJonesLiquid import serve_lammps

serve_lammps(cells=20, steps=100)
